import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from 'react-router-dom';

const useStyles = makeStyles(
  theme => ({
    group: {
      display: 'flex',
      flexWrap: 'wrap',
      marginBottom: theme.spacing(2),
    },
    chosen: {
      fontWeight: 'bold',
      textDecoration: 'underline',
      textUnderlineOffset: '3px',
      backgroundColor: theme.palette.action.selected,
    },
  }),
  { name: 'ContinuityLinkGroup' },
);

/** Pages, or views of one, that stand side by side. */
export const LinkGroup = (props: {
  label: string;
  links: { key: string; to: string; label: string; current: boolean }[];
}) => {
  const classes = useStyles();
  return (
    <ButtonGroup
      size="small"
      component="nav"
      aria-label={props.label}
      className={classes.group}
    >
      {props.links.map(({ key, to, label, current }) => (
        <Button
          key={key}
          component={Link}
          to={to}
          aria-current={current ? 'page' : undefined}
          className={current ? classes.chosen : undefined}
        >
          {label}
        </Button>
      ))}
    </ButtonGroup>
  );
};
