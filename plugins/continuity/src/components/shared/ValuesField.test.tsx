import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { ValuesField } from './ValuesField';

const TITLES: Record<string, string> = { a: 'First', b: 'Second' };

/** Renders again, with the same values, whenever the button is pressed. */
const Form = ({ onChange }: { onChange: (value: string[]) => void }) => {
  const [value, setValue] = useState<string[]>(['a']);
  const [times, setTimes] = useState(0);
  return (
    <>
      <ValuesField
        label="Values"
        value={[...value]}
        proposals={['a', 'b']}
        titleOf={one => TITLES[one] ?? one}
        onChange={chosen => {
          setValue(chosen);
          onChange(chosen);
        }}
      />
      <button
        onMouseDown={event => event.preventDefault()}
        onClick={() => setTimes(times + 1)}
      >
        Again {times}
      </button>
    </>
  );
};

describe('ValuesField', () => {
  it('keeps what is being typed when the form around it is drawn again', async () => {
    const onChange = jest.fn();
    await renderInTestApp(<Form onChange={onChange} />);
    const field = screen.getByLabelText('Values');
    await userEvent.type(field, 'sec');
    await userEvent.click(screen.getByRole('button', { name: /^Again/ }));
    expect(screen.getByRole('button', { name: 'Again 1' })).toBeVisible();
    expect(field).toHaveValue('sec');
    await userEvent.type(field, 'ond{enter}');
    expect(onChange).toHaveBeenLastCalledWith(['a', 'b']);
    expect(screen.getByRole('button', { name: 'Second' })).toBeVisible();
  });

  it('takes what is no proposal as it was typed', async () => {
    const onChange = jest.fn();
    await renderInTestApp(<Form onChange={onChange} />);
    await userEvent.type(screen.getByLabelText('Values'), ' other {enter}');
    expect(onChange).toHaveBeenLastCalledWith(['a', 'other']);
  });
});
