import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

const useStyles = makeStyles(
  { field: { minWidth: 150, maxWidth: 260 } },
  { name: 'ContinuityChoiceField' },
);

export interface Choice {
  value: string;
  label: string;
}

/** A native list: it is at home on every device, and typing finds an entry. */
export const ChoiceField = (props: {
  label: string;
  /** What no choice is called. Absent: there is always one. */
  any?: string;
  value?: string;
  choices: Choice[];
  onChange: (value: string | undefined) => void;
}) => {
  const classes = useStyles();
  const id = useId();
  const { value, choices, any } = props;
  // A deep link may name a value that nothing has (any more).
  const shown =
    value && !choices.some(choice => choice.value === value)
      ? [...choices, { value, label: value }]
      : choices;
  return (
    <TextField
      select
      id={id}
      className={classes.field}
      size="small"
      variant="outlined"
      label={props.label}
      value={value ?? ''}
      onChange={event => props.onChange(event.target.value || undefined)}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
    >
      {any === undefined ? null : <option value="">{any}</option>}
      {shown.map(choice => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </TextField>
  );
};

/** A ref without what goes without saying: `group:default/payments` as `payments`. */
export function shortRef(ref: string): string {
  return ref.replace(/^[^:]*:(default\/)?/, '');
}
