import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { formatView, parseView, type FleetView } from './fleetParams';

/**
 * The view that the address describes, and how to change it. A change of anything but
 * the page leads back to the first page.
 */
export function useFleetView(): [
  FleetView,
  (change: Partial<FleetView>) => void,
] {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => parseView(params), [params]);
  const change = useCallback(
    (part: Partial<FleetView>) =>
      setParams(
        before => formatView({ ...parseView(before), page: 0, ...part }),
        { replace: true },
      ),
    [setParams],
  );
  return [view, change];
}
