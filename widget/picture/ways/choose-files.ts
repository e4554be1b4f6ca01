import { fileTypes, imageTypes } from '../../../shared/domain/limits.ts';

/** By their endings, as systems know no type for them or another one than we: texts, and what is a ZIP file inside. */
const endings = ['.txt', '.log', '.md', '.csv', '.json', '.har', '.docx', '.xlsx', '.pptx'];

/**
 * Opens the browser's window for choosing files. Call it from a click. The input stands in the page while the
 * window is open, as some browsers forget one that does not.
 */
export function chooseFiles(parent: ShadowRoot, take: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.hidden = true;
  input.multiple = true;
  // With pictures named, phones hand over their HEIC photos as JPEG.
  input.accept = [...imageTypes, ...fileTypes, ...endings].join(',');
  for (const type of ['change', 'cancel'])
    input.addEventListener(type, () => {
      input.remove();
      const files = [...(input.files ?? [])];
      if (files.length > 0) take(files);
    });
  parent.append(input);
  input.click();
}
