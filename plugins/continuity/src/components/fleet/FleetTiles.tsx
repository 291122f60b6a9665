import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Fleet } from '@continuity/plugin-continuity-common';
import { useReader } from '@continuity/plugin-continuity-react';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { continuityTranslationRef } from '../../translation';
import type { FleetView } from './fleetParams';

const useStyles = makeStyles(
  theme => ({
    tiles: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))',
      gap: theme.spacing(2),
    },
    tile: {
      display: 'block',
      padding: theme.spacing(1.5, 2),
      textAlign: 'left',
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      '&:hover': { backgroundColor: theme.palette.action.hover },
      '&:focus-visible': { outline: `2px solid ${theme.palette.text.primary}` },
    },
    pressed: {
      borderColor: theme.palette.text.primary,
      boxShadow: `inset 0 0 0 1px ${theme.palette.text.primary}`,
    },
  }),
  { name: 'ContinuityFleetTiles' },
);

const Tile = (props: {
  label: string;
  count: number;
  detail?: string;
  pressed: boolean;
  onClick: () => void;
}) => {
  const classes = useStyles();
  const number = new Intl.NumberFormat(useReader().locale);
  return (
    <ButtonBase
      className={`${classes.tile} ${props.pressed ? classes.pressed : ''}`}
      aria-pressed={props.pressed}
      onClick={props.onClick}
    >
      <Typography variant="body2" component="span" display="block">
        {props.label}
      </Typography>
      <Typography variant="h4" component="span" display="block">
        {number.format(props.count)}
      </Typography>
      <Typography variant="caption" component="span" display="block">
        {props.detail ?? '\u00a0'}
      </Typography>
    </ButtonBase>
  );
};

/** How many services there are in each tier; a tile is also the filter for it. */
export const FleetTiles = (props: {
  totals: Fleet['totals'];
  view: FleetView;
  change: (part: Partial<FleetView>) => void;
}) => {
  const { totals, view, change } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(continuityTranslationRef);
  const frozen = (count: number) =>
    count > 0 ? t('fleet.frozenOf', { count }) : undefined;
  return (
    <div className={classes.tiles} role="group" aria-label={t('fleet.tiles')}>
      <Tile
        label={t('fleet.allServices')}
        count={totals.services}
        pressed={!view.tier && !view.frozen}
        onClick={() => change({ tier: undefined, frozen: false })}
      />
      <Tile
        label={t('fleet.frozenNow')}
        count={totals.frozen}
        detail={t('fleet.frozenMeans')}
        pressed={view.frozen}
        onClick={() => change({ frozen: !view.frozen })}
      />
      {totals.byTier.map(tier => (
        <Tile
          key={tier.id}
          label={
            tier.id === 'unclassified' ? t('fleet.unclassified') : tier.title
          }
          count={tier.count}
          detail={frozen(tier.frozen)}
          pressed={view.tier === tier.id}
          onClick={() =>
            change({ tier: view.tier === tier.id ? undefined : tier.id })
          }
        />
      ))}
    </div>
  );
};
