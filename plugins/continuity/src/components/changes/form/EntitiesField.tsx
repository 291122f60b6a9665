import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import FormHelperText from '@material-ui/core/FormHelperText';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import CloseIcon from '@material-ui/icons/Close';
import { changeFormTranslationRef } from '../../../translation/changeFormTranslationRef';
import { EntitySearch } from '../../graph/shared/EntitySearch';
import { useTitles } from '../../shared/useTitles';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1),
      margin: theme.spacing(0.5, 0, 0),
      padding: 0,
    },
    item: {
      display: 'flex',
      alignItems: 'center',
      paddingLeft: theme.spacing(1),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'ContinuityEntitiesField' },
);

/** Entities of the catalog: found by a part of their name, and listed once chosen. */
export const EntitiesField = (props: {
  label: string;
  /** What the search is called where the label is that of the list. Absent: the label. */
  searchLabel?: string;
  kinds: string[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** Absent: any number. */
  most?: number;
  required?: boolean;
  help?: string;
  /** What is wrong with it; stands instead of the help. */
  error?: string;
}) => {
  const { label, value, onChange, most = Infinity, error, help } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(changeFormTranslationRef);
  const titleOf = useTitles(value);
  return (
    <div>
      {value.length < most ? (
        <EntitySearch
          label={props.searchLabel ?? label}
          kinds={props.kinds}
          required={props.required}
          onChoose={ref => onChange([...new Set([...value, ref])])}
        />
      ) : (
        <Typography variant="caption" color="textSecondary">
          {props.required ? `${label} *` : label}
        </Typography>
      )}
      {value.length > 0 ? (
        <ul className={classes.list} aria-label={t('field.chosen', { label })}>
          {value.map(ref => (
            <li key={ref} className={classes.item}>
              <Typography variant="body2" component="span" title={ref}>
                {titleOf(ref)}
              </Typography>
              <IconButton
                size="small"
                aria-label={t('field.remove', { name: titleOf(ref) })}
                onClick={() => onChange(value.filter(one => one !== ref))}
              >
                <CloseIcon fontSize="small" />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      {error ?? help ? (
        <FormHelperText error={error !== undefined}>
          {error ?? help}
        </FormHelperText>
      ) : null}
    </div>
  );
};
