import { formatNumber } from '../../ui/format';
import type { Colours } from './useColours';

export interface TipLine {
  name: string;
  value: string;
  colour?: string;
}

/** A tooltip made of nodes: what somebody typed stays text. */
export function tip(title: string, lines: readonly TipLine[], hint?: string): HTMLElement {
  const box = document.createElement('div');
  box.style.cssText = 'min-width: 130px; max-width: 280px; white-space: normal; font-variant-numeric: tabular-nums';
  box.append(part('div', title, 'font-weight: 600; margin-bottom: 2px'));
  for (const { name, value, colour } of lines) {
    const line = part('div', '', 'display: flex; gap: 8px; align-items: center; line-height: 1.6');
    if (colour) {
      line.append(part('span', '', `width: 9px; height: 9px; border-radius: 3px; background: ${colour}; flex: none`));
    }
    line.append(part('span', name, 'flex: 1'), part('strong', value, 'font-weight: 600; padding-left: 12px'));
    box.append(line);
  }
  if (hint) {
    box.append(part('div', hint, 'opacity: 0.75; font-size: 11.5px; margin-top: 4px'));
  }
  return box;
}

function part(tag: string, text: string, style: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  element.style.cssText = style;
  return element;
}

/** The look of every tooltip. */
export const tooltip = (colours: Colours, formatter: (given: unknown) => HTMLElement | string, trigger = 'item') => ({
  trigger,
  confine: true,
  transitionDuration: 0,
  backgroundColor: colours.surface,
  borderColor: colours.line,
  padding: [8, 10],
  textStyle: { color: colours.text, fontFamily: 'inherit', fontSize: 12.5 },
  axisPointer: { type: 'line', lineStyle: { color: colours.line, width: 1 } },
  formatter,
});

export const count = (value: number): string => formatNumber(value);
