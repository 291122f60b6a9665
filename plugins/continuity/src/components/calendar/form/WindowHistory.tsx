import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { continuityCalendarReadPermission } from '@continuity/plugin-continuity-common';
import {
  Moment,
  ResourceView,
  continuityApiRef,
  useResource,
} from '@continuity/plugin-continuity-react';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';
import { windowFormTranslationRef } from '../../../translation/windowFormTranslationRef';
import { EntityLink } from '../../shared/EntityLink';

/** Every revision of a window: who changed it, when and why; newest first. */
export const WindowHistory = (props: { id: string; revision: number }) => {
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(windowFormTranslationRef);
  const history = useResource(
    signal => api.listPortalWindowHistory(props.id, { signal }),
    `${props.id} ${props.revision}`,
  );
  return (
    <ResourceView
      resource={history}
      what={t('history.what')}
      permission={continuityCalendarReadPermission.name}
      lines={3}
    >
      {revisions => (
        <List dense disablePadding>
          {revisions.map(({ revision, change, by, at, comment }) => (
            <ListItem key={revision} disableGutters>
              <ListItemText
                primary={
                  <>
                    {t('history.line', {
                      revision: String(revision),
                      change: t(`history.${change}`),
                    })}{' '}
                    <EntityLink entityRef={by} />, <Moment at={at} />
                  </>
                }
                secondary={comment}
              />
            </ListItem>
          ))}
        </List>
      )}
    </ResourceView>
  );
};
