import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What the list shows. */
export interface UnauthorisedAddress {
  /** `open`: only those that nobody has answered for. */
  show: 'open' | 'all';
  /** Ref of what was deployed. Absent: whatever it was. */
  entity?: string;
}

/** Reads an address. What cannot be read is as if it were not there. */
export function parseUnauthorised(
  params: URLSearchParams,
): UnauthorisedAddress {
  const entity = params.get('entity')?.slice(0, 400);
  return {
    show: params.get('show') === 'all' ? 'all' : 'open',
    ...(entity && { entity }),
  };
}

/** Writes an address; what is as usual is left out of it. */
export function formatUnauthorised({
  show,
  entity,
}: UnauthorisedAddress): URLSearchParams {
  return new URLSearchParams({
    ...(show === 'all' && { show }),
    ...(entity && { entity }),
  });
}

/** What the address says, and how to change it. */
export function useUnauthorisedAddress(): [
  UnauthorisedAddress,
  (part: Partial<UnauthorisedAddress>) => void,
] {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (part: Partial<UnauthorisedAddress>) =>
      setParams(
        before => formatUnauthorised({ ...parseUnauthorised(before), ...part }),
        { replace: true },
      ),
    [setParams],
  );
  return [parseUnauthorised(params), change];
}
