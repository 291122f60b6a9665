import { useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GraphFinding } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  continuityApiRef,
  useResource,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { findingsTranslationRef } from '../../../translation/findingsTranslationRef';
import { needs } from '../../shared/permissions';

const useStyles = makeStyles(
  theme => ({
    patch: {
      padding: theme.spacing(1.5),
      margin: theme.spacing(1, 0),
      overflow: 'auto',
      backgroundColor: theme.palette.background.default,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
  }),
  { name: 'ContinuityCatalogChange' },
);

/** The change of the catalog file that would mend a finding, ready to paste. */
export const ChangeDialog = (props: {
  finding: GraphFinding;
  onClose: () => void;
}) => {
  const { finding } = props;
  const id = useId();
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(findingsTranslationRef);
  const [copied, setCopied] = useState<'yes' | 'failed'>();
  const change = useResource(
    signal => api.prepareCatalogChange(finding.id, { signal }),
    finding.id,
  );
  const copy = async (patch: string) => {
    try {
      await window.navigator.clipboard.writeText(patch);
      setCopied('yes');
    } catch {
      setCopied('failed');
    }
  };
  return (
    <Dialog open onClose={props.onClose} aria-labelledby={id} maxWidth="md">
      <DialogTitle id={id}>{t('change.title')}</DialogTitle>
      <DialogContent>
        <ResourceView
          resource={change}
          what={t('change.what')}
          permission={needs.graph}
        >
          {({ summary, patch, file, editUrl }) => (
            <>
              <Typography variant="body1">{summary}</Typography>
              <pre className={classes.patch}>{patch}</pre>
              <Button
                size="small"
                variant="outlined"
                onClick={() => copy(patch)}
              >
                {t('change.copy')}
              </Button>{' '}
              {editUrl ? (
                <Link to={editUrl}>{t('change.edit')}</Link>
              ) : (
                <Typography variant="body2">
                  {file ? t('change.file', { file }) : t('change.noFile')}
                </Typography>
              )}
              {copied ? (
                <Typography variant="body2" role="status">
                  {t(copied === 'yes' ? 'change.copied' : 'change.notCopied')}
                </Typography>
              ) : null}
            </>
          )}
        </ResourceView>
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>{t('exemption.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
