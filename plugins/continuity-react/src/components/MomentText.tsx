import { Fragment } from 'react';
import { Moment } from './Moment';

/**
 * The forms in which the backend writes a moment: `2026-11-30 17:00 UTC`, with the wall
 * clock of a calendar behind it where there is one, and ISO 8601.
 */
const MOMENT =
  /(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d(?::\d\d)?) UTC(?: \(\d{4}-\d\d-\d\d \d\d:\d\d ([\w/+-]+)\))?|T(\d\d:\d\d:\d\d(?:\.\d+)?)Z)/g;

/** What the backend said, with every moment in it on the reader's wall clock. */
export const MomentText = ({
  text,
  zone,
}: {
  text: string;
  /** IANA zone that moments were meant in where they do not say themselves. */
  zone?: string;
}) => {
  const parts: JSX.Element[] = [];
  let end = 0;
  for (const match of text.matchAll(MOMENT)) {
    const [whole, date, minutes, ownZone, iso] = match;
    parts.push(
      <Fragment key={match.index}>
        {text.slice(end, match.index)}
        <Moment at={`${date}T${minutes ?? iso}Z`} zone={ownZone ?? zone} />
      </Fragment>,
    );
    end = match.index + whole.length;
  }
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
};
