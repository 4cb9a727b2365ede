/** Gives the person a file. */
export function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the URL after the click has returned; a minute is far longer than it takes to begin.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
