import TextField from '@material-ui/core/TextField';
import { useEffect, useId, useRef, useState } from 'react';

/** Long enough to finish a word, short enough to feel at once. */
const PAUSE_MS = 300;

/** A text field that reports after a pause in typing, not at every letter. */
export const SearchField = (props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) => {
  const id = useId();
  const [typed, setTyped] = useState(props.value);
  const report = useRef(props.onChange);
  report.current = props.onChange;

  // Follows changes from outside: "clear filters" and the back button.
  useEffect(() => setTyped(props.value), [props.value]);

  useEffect(() => {
    if (typed === props.value) return undefined;
    const timer = setTimeout(() => report.current(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, props.value]);

  return (
    <TextField
      id={id}
      type="search"
      size="small"
      variant="outlined"
      label={props.label}
      value={typed}
      inputProps={{ maxLength: 200 }}
      onChange={event => setTyped(event.target.value)}
    />
  );
};
