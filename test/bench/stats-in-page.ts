/** What the bench of the numbers has run inside pages: each function is sent there by itself, and uses nothing around it. */

/** Draws the chart anew at another width, forty times; gives how long each took, ms. */
export async function repaintsOf(): Promise<number[]> {
  const place = document.querySelector<HTMLElement>('.series-chart')!;
  performance.clearMeasures('tack-chart-painted');
  for (let index = 0; index < 40; index += 1) {
    place.style.width = `${300 + (index % 20)}px`;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  }
  place.style.width = '';
  return performance.getEntriesByName('tack-chart-painted').map(({ duration }) => duration);
}

/** Scrolls a list by 200 px a frame; gives the time from each frame to the next, ms. */
export async function framesOf(list: string): Promise<number[]> {
  const scroller = document.querySelector(list)!;
  scroller.scrollTop = 0;
  const times: number[] = [];
  let before = await new Promise(requestAnimationFrame);
  for (let index = 0; index < 100; index += 1) {
    scroller.scrollTop += 200;
    const now = await new Promise(requestAnimationFrame);
    times.push(now - before);
    before = now;
  }
  return times;
}

/** Puts so many lines of text that scroll into an empty page. */
export function rowsInEmptyPage(count: number): void {
  const list = document.createElement('ul');
  list.className = 'rows';
  list.style.cssText = 'height: 600px; overflow-y: auto; margin: 0; padding: 0';
  for (let index = 0; index < count; index += 1) {
    const row = document.createElement('li');
    row.style.height = '57px';
    row.textContent = `Line ${index}`;
    list.append(row);
  }
  document.body.append(list);
}
