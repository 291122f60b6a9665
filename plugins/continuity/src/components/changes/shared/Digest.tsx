/** Long enough to tell two apart at a glance. */
const SHOWN = 'sha256:'.length + 12;

/** A digest, cut short; hover shows the whole of it. */
export const Digest = ({ digest }: { digest: string }) => (
  <code title={digest}>
    {digest.length > SHOWN ? `${digest.slice(0, SHOWN)}…` : digest}
  </code>
);
