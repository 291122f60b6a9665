import Chip from '@material-ui/core/Chip';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useCallback, useId, useRef } from 'react';

const asItIs = (value: string) => value;

/**
 * The same list for as long as it holds the same: Autocomplete takes another one for
 * another choice, and throws away what is being typed.
 */
function useSameWhileEqual(list: readonly string[]): string[] {
  const kept = useRef<string[]>([]);
  if (
    kept.current.length !== list.length ||
    list.some((one, at) => one !== kept.current[at])
  ) {
    kept.current = [...list];
  }
  return kept.current;
}

/** The same function always, which does what the newest one does; for the same reason. */
function useSteady(
  newest: (value: string) => string,
): (value: string) => string {
  const kept = useRef(newest);
  kept.current = newest;
  return useCallback(value => kept.current(value), []);
}

/** Several values of those that exist; others may be typed. */
export const ValuesField = (props: {
  label: string;
  value: readonly string[];
  proposals: readonly string[];
  /** What a value is called; may be typed instead. Absent: as it is. */
  titleOf?: (value: string) => string;
  onChange: (value: string[]) => void;
  /** Shown while there is no value. */
  placeholder?: string;
  help?: string;
  /** What is wrong with it; stands instead of the help. */
  error?: string;
  disabled?: boolean;
}) => {
  const { proposals, titleOf = asItIs } = props;
  const id = useId();
  const value = useSameWhileEqual(props.value);
  const labelOf = useSteady(titleOf);
  const valueOf = (typed: string) =>
    proposals.find(one => titleOf(one).toLowerCase() === typed.toLowerCase()) ??
    typed;
  return (
    <Autocomplete
      id={id}
      multiple
      freeSolo
      autoSelect
      size="small"
      disabled={props.disabled}
      options={[...proposals]}
      getOptionLabel={labelOf}
      value={value}
      onChange={(_, chosen) =>
        props.onChange(
          [...new Set(chosen.map(one => valueOf(one.trim())))].filter(Boolean),
        )
      }
      renderTags={(chosen, tagProps) =>
        chosen.map((one, index) => (
          <Chip
            size="small"
            label={titleOf(one)}
            {...tagProps({ index })}
            key={one}
          />
        ))
      }
      renderInput={params => (
        <TextField
          {...params}
          label={props.label}
          variant="outlined"
          placeholder={value.length === 0 ? props.placeholder : undefined}
          InputLabelProps={{ shrink: true }}
          error={props.error !== undefined}
          helperText={props.error ?? props.help}
        />
      )}
    />
  );
};
