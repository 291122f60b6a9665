import { makeStyles, type Theme } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/CheckCircleOutlined';
import CancelIcon from '@material-ui/icons/Block';
import HelpIcon from '@material-ui/icons/HelpOutline';
import PersonIcon from '@material-ui/icons/HowToRegOutlined';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import Chip from '@material-ui/core/Chip';

/** What a mark says about the thing it stands beside. */
export type Tone = 'good' | 'bad' | 'caution' | 'notice' | 'unknown';

const icons = {
  good: CheckIcon,
  bad: CancelIcon,
  caution: PersonIcon,
  notice: WarningIcon,
  unknown: HelpIcon,
} satisfies Record<Tone, unknown>;

/** The theme's colour of a tone; `unknown` has none of its own. */
export function toneColor(theme: Theme, tone: Tone): string {
  switch (tone) {
    case 'good':
      return theme.palette.success.main;
    case 'bad':
      return theme.palette.error.main;
    case 'caution':
      return theme.palette.warning.main;
    case 'notice':
      return theme.palette.info.main;
    default:
      return theme.palette.text.secondary;
  }
}

const useStyles = makeStyles<Theme, { tone: Tone }>(
  theme => ({
    // Colour only on the border and the icon: the text keeps the theme's contrast.
    chip: {
      margin: 0,
      color: theme.palette.text.primary,
      backgroundColor: 'transparent',
      border: ({ tone }) => `1px solid ${toneColor(theme, tone)}`,
    },
    icon: { color: ({ tone }) => toneColor(theme, tone) },
  }),
  { name: 'ContinuityStatusMark' },
);

/** An icon that says the tone by its shape, so that colour is not needed to read it. */
export const ToneIcon = ({ tone }: { tone: Tone }) => {
  const classes = useStyles({ tone });
  const Icon = icons[tone];
  return <Icon className={classes.icon} fontSize="small" aria-hidden />;
};

/** A word with its tone. */
export const StatusMark = (props: { tone: Tone; label: string }) => {
  const classes = useStyles({ tone: props.tone });
  const Icon = icons[props.tone];
  return (
    <Chip
      size="small"
      className={classes.chip}
      icon={<Icon className={classes.icon} aria-hidden />}
      label={props.label}
    />
  );
};
