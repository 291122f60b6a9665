import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

const useStyles = makeStyles(
  theme => ({
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(2),
      '& > *': { flex: '1 1 180px', minWidth: 0 },
    },
  }),
  { name: 'ContinuityFormFields' },
);

/** Fields side by side, as far as there is room. */
export const Row = (props: { children: React.ReactNode }) => (
  <div className={useStyles().row}>{props.children}</div>
);

export interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  help?: string;
  /** What is wrong with it; stands instead of the help. */
  error?: string;
  required?: boolean;
  disabled?: boolean;
}

/** The days that windows are computed for. */
const DAYS = { min: '1970-01-01', max: '2199-12-31' };

/** A text field; a problem stands under it in words. */
export const Field = (
  props: FieldProps & {
    type?: 'text' | 'date' | 'time' | 'datetime-local' | 'number' | 'url';
    multiline?: boolean;
    /** Proposals to choose from; other values may be typed. */
    proposals?: readonly string[];
  },
) => {
  const id = useId();
  const { proposals } = props;
  return (
    <>
      <TextField
        id={id}
        label={props.label}
        value={props.value}
        onChange={event => props.onChange(event.target.value)}
        helperText={props.error ?? props.help}
        error={props.error !== undefined}
        required={props.required}
        disabled={props.disabled}
        type={props.type ?? 'text'}
        multiline={props.multiline}
        minRows={props.multiline ? 2 : undefined}
        fullWidth
        size="small"
        variant="outlined"
        InputLabelProps={{ shrink: true }}
        inputProps={{
          ...(proposals && { list: `${id}-proposals` }),
          ...(props.type === 'time' && { step: 1 }),
          // Without a last day browsers take six digits for a year, and typing sticks in it.
          ...(props.type === 'date' && DAYS),
        }}
      />
      {proposals ? (
        <datalist id={`${id}-proposals`}>
          {proposals.map(value => (
            <option key={value} value={value} />
          ))}
        </datalist>
      ) : null}
    </>
  );
};

/** A native list: it is at home on every device, and typing finds an entry. */
export function Choice<T extends string>(props: {
  label: string;
  value: T;
  choices: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  error?: string;
  help?: string;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <TextField
      select
      id={id}
      label={props.label}
      value={props.value}
      onChange={event => {
        const chosen = props.choices.find(
          ({ value }) => value === event.target.value,
        );
        if (chosen) props.onChange(chosen.value);
      }}
      helperText={props.error ?? props.help}
      error={props.error !== undefined}
      disabled={props.disabled}
      fullWidth
      size="small"
      variant="outlined"
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
    >
      {props.choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </TextField>
  );
}
