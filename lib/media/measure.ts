import type { MeasuredImage } from '../messages/page-protocol';

/**
 * Loads pictures as the page itself would, with its cookies and its referrer, and gives their sizes. What is no picture,
 * or is not there in time, has the size 0. Nothing is put into the page.
 */
export function measureImages(
  urls: readonly string[],
  timeoutMs: number,
): Promise<MeasuredImage[]> {
  return Promise.all(urls.map((url) => measure(url, timeoutMs)));
}

function measure(url: string, timeoutMs: number): Promise<MeasuredImage> {
  return new Promise((resolve) => {
    const image = new Image();
    const end = () => {
      const { naturalWidth: width, naturalHeight: height } = image;
      resolve({ url, width, height });
      image.src = ''; // what is still on its way is not needed
    };
    for (const event of ['load', 'error']) image.addEventListener(event, end, { once: true });
    setTimeout(end, timeoutMs);
    image.src = url;
  });
}
