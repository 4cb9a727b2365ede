/** What a visitor downloads, compressed as a server would. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { failure, success, type Result } from '../../src/base/result.ts';

/**
 * kB = 1000 bytes, gzip. The shell is all that `index.html` loads before anybody asks for more. Everything is what a visitor
 * is sent who opens every view, with the icons of an installation; the library that draws in three dimensions is a quarter of it.
 */
export const limitsBytes = { shell: 120_000, everything: 655_000 } as const;

export interface BundleFile {
  readonly name: string;
  readonly shell: boolean;
  readonly rawBytes: number;
  readonly gzipBytes: number;
}

const manifestSchema = v.record(
  v.string(),
  v.object({
    file: v.string(),
    isEntry: v.optional(v.boolean(), false),
    imports: v.optional(v.array(v.string()), []),
    css: v.optional(v.array(v.string()), []),
  }),
);
type Manifest = v.InferOutput<typeof manifestSchema>;

/**
 * Every file of a build (`dist/`) that a visitor may be sent: not the manifest, no source maps. Fails when there is no
 * build, no entry, or a file that the page names is missing: a gate that measures nothing lets everything through.
 */
export function measureBundle(dist: string): Result<readonly BundleFile[], string> {
  const manifestPath = join(dist, '.vite/manifest.json');
  const pagePath = join(dist, 'index.html');
  for (const path of [manifestPath, pagePath]) if (!existsSync(path)) return failure(`${path} is not there: build first`);
  const manifest = v.safeParse(manifestSchema, JSON.parse(readFileSync(manifestPath, 'utf8')));
  if (!manifest.success) return failure(`${manifestPath} is not a manifest: ${v.summarize(manifest.issues)}`);

  const shell = new Set(['index.html', ...eagerFiles(manifest.output), ...filesNamedBy(readFileSync(pagePath, 'utf8'))]);
  if (![...shell].some((name) => name.endsWith('.js'))) return failure(`${manifestPath} and ${pagePath} name no entry script`);

  const names = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(slashed(dist), slashed(join(entry.parentPath, entry.name))));
  const missing = [...shell].filter((name) => !names.includes(name));
  if (missing.length > 0) return failure(`the page needs ${missing.join(', ')}, which the build lacks`);

  const sent = names.filter((name) => !name.startsWith('.vite/') && !name.endsWith('.map'));
  return success(
    sent.map((name) => {
      const bytes = readFileSync(join(dist, name));
      return { name, shell: shell.has(name), rawBytes: bytes.length, gzipBytes: gzipSync(bytes, { level: 9 }).length };
    }),
  );
}

/** The sums that the limits are for, and a sentence for each limit passed. */
export function judgeBundle(files: readonly BundleFile[]): {
  readonly shellBytes: number;
  readonly everythingBytes: number;
  readonly faults: readonly string[];
} {
  const sum = (some: readonly BundleFile[]) => some.reduce((bytes, file) => bytes + file.gzipBytes, 0);
  const shellBytes = sum(files.filter((file) => file.shell));
  const everythingBytes = sum(files);
  const fault = (what: string, bytes: number, limit: number) =>
    bytes > limit ? [`${what} is ${kilobytes(bytes)} kB compressed; allowed are ${kilobytes(limit)} kB`] : [];
  return {
    shellBytes,
    everythingBytes,
    faults: [...fault('the shell', shellBytes, limitsBytes.shell), ...fault('everything', everythingBytes, limitsBytes.everything)],
  };
}

export const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

/** The page's entry script with its static imports, and the styles of all of these. (The service worker is an entry too, and comes later.) */
function eagerFiles(manifest: Manifest): ReadonlySet<string> {
  const files = new Set<string>();
  const visited = new Set<string>();
  const queue = Object.keys(manifest).filter((key) => key.endsWith('.html') && manifest[key]?.isEntry);
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const chunk = manifest[key];
    if (visited.has(key) || chunk === undefined) continue;
    visited.add(key);
    files.add(chunk.file);
    for (const style of chunk.css) files.add(style);
    queue.push(...chunk.imports);
  }
  return files;
}

/** Files of the build that the page's own tags load: scripts, styles, icon, preloads. What only an installation asks for is none of it. */
function filesNamedBy(html: string): readonly string[] {
  return [
    ...html.matchAll(
      /<(?:script|link)\b(?![^>]*\brel="(?:apple-touch-icon|manifest)")[^>]*?\b(?:src|href)="(?!https?:|data:|#)(?:\.?\/)?([^"?#]+)/g,
    ),
  ].flatMap((match) => match[1] ?? []);
}

const slashed = (path: string): string => path.replaceAll('\\', '/');
