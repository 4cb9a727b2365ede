/** What a browser runs: it works out the digests and posts them to whoever served the page. */
import { digests } from './digests.ts';

let answer: { readonly digests?: Readonly<Record<string, string>>; readonly error?: string };
try {
  answer = { digests: digests() };
} catch (error) {
  answer = { error: String(error) };
}
await fetch('/answer', { method: 'POST', body: JSON.stringify(answer) });
