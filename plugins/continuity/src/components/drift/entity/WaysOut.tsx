import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DriftScan } from '@continuity/plugin-continuity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { templateLinkRouteRef } from '../../../routes';
import { driftTranslationRef } from '../../../translation/driftTranslationRef';
import { Fact, Facts } from '../../shared/Facts';
import { adoptableOf, type Adoptable } from './adoptable';

/** As it is called in examples/templates. */
const TEMPLATE = { namespace: 'default', templateName: 'drift-adopt' };

const useStyles = makeStyles(
  theme => ({
    part: { marginTop: theme.spacing(2) },
    list: {
      margin: 0,
      paddingLeft: theme.spacing(2.5),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'ContinuityWaysOut' },
);

const LeftOutWords = ({ left }: Pick<Adoptable, 'left'>) => {
  const { t } = useTranslationRef(driftTranslationRef);
  const count = [...left.values()].reduce((sum, one) => sum + one, 0);
  if (count === 0) return null;
  return (
    <Typography variant="caption" component="div">
      {t('adopt.left', { count })}{' '}
      {[...left.keys()].map(why => t(`adopt.why.${why}`)).join('; ')}.
    </Typography>
  );
};

const AdoptLinks = ({ scan }: { scan: DriftScan }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(driftTranslationRef);
  const page = useRouteRef(templateLinkRouteRef)?.(TEMPLATE);
  const objects = adoptableOf(scan);
  if (!page || objects.length === 0) return null;
  const hrefOf = ({ object, fields }: Adoptable) =>
    `${page}?${new URLSearchParams({
      formData: JSON.stringify({
        entity: scan.entityRef,
        environment: scan.environment,
        object,
        changes: fields,
      }),
    })}`;
  return (
    <>
      <Typography variant="body2">{t('adopt.means')}</Typography>
      <ul className={classes.list}>
        {objects.map(one => (
          <li key={one.object}>
            {one.fields.length > 0 ? (
              <Link to={hrefOf(one)}>
                {t('adopt.link', { object: one.object })}
              </Link>
            ) : (
              one.object
            )}
            <LeftOutWords left={one.left} />
          </li>
        ))}
      </ul>
    </>
  );
};

/** What may be done about drift: take it back, or bring Git to it. */
export const WaysOut = ({ scan }: { scan: DriftScan }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(driftTranslationRef);
  if (scan.waysOut.length === 0) return null;
  return (
    <div className={classes.part}>
      <Typography variant="subtitle2" component="h4">
        {t('scan.waysOut')}
      </Typography>
      <Facts>
        {scan.waysOut.map(({ way, text }) => (
          <Fact key={way} name={t(`scan.way.${way}`)}>
            {text}
            {way === 'adopt' ? <AdoptLinks scan={scan} /> : null}
          </Fact>
        ))}
      </Facts>
    </div>
  );
};
