/** Hands a text to the browser as a file. @param type - media type, without a charset */
export function downloadText(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(
    new Blob([text], { type: `${type};charset=utf-8` }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it once the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
