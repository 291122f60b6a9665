import { useApiHolder } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import useObservable from 'react-use/esm/useObservable';
import { readerLocale } from './readerLocale';

/** How a reader wants to see times. */
export interface Reader {
  /** BCP 47 tag. */
  locale: string;
  /** IANA zone. */
  timeZone: string;
}

/** The reader's locale and zone, as the portal and the browser know them. */
export function useReader(): Reader {
  const languageApi = useApiHolder().get(appLanguageApiRef);
  const language$ = useMemo(
    () =>
      languageApi?.language$() ?? {
        subscribe: () => ({ unsubscribe: () => undefined }),
      },
    [languageApi],
  );
  const { language } = useObservable(
    language$,
    languageApi?.getLanguage() ?? { language: 'en' },
  );
  return useMemo(
    () => ({
      locale: readerLocale(language, navigator.languages ?? []),
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    }),
    [language],
  );
}
