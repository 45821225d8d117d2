import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { Combobox } from './Combobox';

const names = ['Kitchen ideas', 'Desserts', 'Weeknight dinners'];

function setUp(typed = '') {
  const [onChoose, onEnter] = [vi.fn<(key: string) => void>(), vi.fn<() => void>()];
  function Fixture() {
    const [query, setQuery] = useState('');
    const options = names
      .filter((name) => name.toLowerCase().includes(query))
      .map((name) => ({ key: name, text: name, content: name }));
    return (
      <Combobox
        label="Board"
        value=""
        {...{ options, query, onChoose, onEnter, typed }}
        onQuery={setQuery}
      />
    );
  }
  render(<Fixture />);
  const input = screen.getByRole<HTMLInputElement>('combobox', { name: 'Board' });
  const press = (key: string) => fireEvent.keyDown(input, { key });
  return {
    input,
    press,
    onChoose,
    onEnter,
    type: (value: string) => fireEvent.input(input, { target: { value } }),
  };
}

afterEach(cleanup);

describe('Combobox', () => {
  it('chooses what fits best when letters are typed and Enter is pressed', () => {
    const { type, press, onChoose } = setUp();

    type('dess');
    press('Enter');

    expect(onChoose).toHaveBeenCalledWith('Desserts');
  });

  it('goes through the list by arrows, round at its ends, and says where it is', () => {
    const { input, press, onChoose } = setUp();

    press('ArrowDown');
    press('ArrowUp');

    const active = document.querySelector(`[id="${input.getAttribute('aria-activedescendant')}"]`);
    expect(active?.textContent).toContain('Weeknight dinners');
    press('Enter');
    expect(onChoose).toHaveBeenCalledWith('Weeknight dinners');
  });

  it('chooses one of the first three by its digit while nothing is typed', () => {
    const { press, onChoose } = setUp();

    press('2');

    expect(onChoose).toHaveBeenCalledWith('Desserts');
  });

  it('leaves a digit to be typed that a name begins with', () => {
    const { press, onChoose } = setUp('2');
    press('ArrowDown');
    expect(document.querySelector('[data-key="1"]')).not.toBeNull();
    expect(document.querySelector('[data-key="2"]')).toBeNull();

    expect(press('2')).toBe(true); // not taken from the field

    expect(onChoose).not.toHaveBeenCalled();
  });

  it('closes on Escape and keeps what was chosen', () => {
    const { input, press, onChoose } = setUp();
    press('ArrowDown');

    press('Escape');

    expect(input.getAttribute('aria-expanded')).toBe('false');
    expect(onChoose).not.toHaveBeenCalled();
  });

  it('leaves Enter to the view while the list is closed', () => {
    const { press, onEnter, onChoose } = setUp();

    press('Enter');

    expect(onEnter).toHaveBeenCalledOnce();
    expect(onChoose).not.toHaveBeenCalled();
  });
});
