/** Resolves in a task of its own: the browser can paint, and hear a person, before what follows. */
export async function ownTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
