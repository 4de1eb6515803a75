import { byId, element, setText } from './elements';
import type { Timeline } from './mock-data';
import { layOut } from './timeline-layout';
import { timelineInWords } from './words';

/** Draws the timeline of the chosen call, and tells it in words. */
export function drawTimeline(timeline: Timeline | undefined): void {
  const drawing = byId('timeline', HTMLElement);
  const story = byId('story', HTMLOListElement);
  if (!timeline) {
    drawing.replaceChildren();
    story.replaceChildren();
    return;
  }
  const { lanes, ticks } = layOut(timeline);
  drawing.replaceChildren(
    ...lanes.map(({ label, bars, flags }) =>
      element(
        'div',
        { className: 'lane' },
        element('div', { className: 'lane-label', textContent: label }),
        element(
          'div',
          { className: 'lane-track' },
          ...bars.map(({ kind, left, width, text }) =>
            at(
              element(
                'div',
                { className: `bar ${kind}`, title: text },
                element('span', { textContent: kind }),
              ),
              left,
              width,
            ),
          ),
          ...flags.map(({ left, sign, text }) =>
            at(element('div', { className: 'flag', title: text, textContent: sign }), left),
          ),
        ),
      ),
    ),
    element(
      'div',
      { className: 'ticks' },
      ...ticks.map(({ left, text }) => at(element('span', { className: 'tick', textContent: text }), left)),
    ),
  );
  const sentences = timelineInWords(timeline);
  if (story.childElementCount > sentences.length) story.replaceChildren();
  sentences.forEach((sentence, index) => {
    const line = story.children[index] ?? story.appendChild(element('li'));
    if (line instanceof HTMLElement) setText(line, sentence);
  });
}

/** Places by script what a style sheet can't know; percent of the lane. */
function at(target: HTMLElement, left: number, width?: number): HTMLElement {
  target.style.setProperty('left', `${left}%`);
  if (width !== undefined) target.style.setProperty('width', `${width}%`);
  return target;
}
