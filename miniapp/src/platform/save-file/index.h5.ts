const KEPT_MS = 60_000;

/** Lets the person keep a text as a file: a browser downloads it, or opens it with what knows its kind. */
export async function saveFile(name: string, text: string, mime = 'application/json'): Promise<void> {
  const url = URL.createObjectURL(new Blob([text], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
