import { ANNOTATION_EDIT_URL, type Entity } from '@backstage/catalog-model';
import { CopyTextButton, Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { continuityTranslationRef } from '../../translation';
import { Notice } from '../shared/Notice';

const useStyles = makeStyles(
  theme => ({
    actions: { display: 'flex', alignItems: 'center', gap: theme.spacing(2) },
    code: {
      margin: theme.spacing(0, 0, 1),
      padding: theme.spacing(1),
      overflowX: 'auto',
      fontFamily: 'monospace',
      backgroundColor: theme.palette.background.default,
      color: theme.palette.text.primary,
    },
  }),
  { name: 'ContinuityHowToClassify' },
);

const isWebAddress = (url: string | undefined): url is string =>
  /^https?:\/\//.test(url ?? '');

/** The least that classifies a service; the values are to be replaced. */
export function classificationSnippet(entity: Entity): string {
  const owner = entity.spec?.owner;
  return [
    'spec:',
    '  continuity:',
    '    # When does an outage become intolerable? RTO and tier follow from it.',
    '    impact:',
    '      - { category: customer, intolerableAfter: PT4H }',
    '    rpo: PT15M',
    ...(typeof owner === 'string' ? [`    rollbackOwner: ${owner}`] : []),
  ].join('\n');
}

/** What it means that a service is unclassified, and how to change it. */
export const HowToClassify = (props: { entity: Entity; remedy?: string }) => {
  const { entity, remedy } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(continuityTranslationRef);
  const snippet = classificationSnippet(entity);
  const editUrl = entity.metadata.annotations?.[ANNOTATION_EDIT_URL];
  return (
    <Notice tone="unknown" title={t('who.unclassified')}>
      <p>{t('who.unclassifiedMeans')}</p>
      {remedy ? <p>{remedy}</p> : null}
      <p>{t('who.classify')}</p>
      {/* Scrolls sideways, hence within reach of the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={classes.code} tabIndex={0}>
        {snippet}
      </pre>
      <div className={classes.actions}>
        <CopyTextButton text={snippet} />
        {isWebAddress(editUrl) ? (
          <Link to={editUrl}>{t('who.edit')}</Link>
        ) : null}
      </div>
    </Notice>
  );
};
