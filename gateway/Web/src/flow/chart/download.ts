/** Hands a file to the browser. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** With a mark of byte order, without which spreadsheets take letters beyond ASCII for something else. */
export const downloadCsv = (name: string, text: string): void =>
  download(name, new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));

export function downloadPng(name: string, canvas: HTMLCanvasElement): Promise<void> {
  return new Promise((resolve) => {
    canvas.toBlob((image) => {
      if (image) {
        download(name, image);
      }
      resolve();
    }, 'image/png');
  });
}
