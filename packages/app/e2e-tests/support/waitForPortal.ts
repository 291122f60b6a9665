import { backendUrl, pipelineToken } from './pipeline';

/** The portal opens before the example's evidence is in; the tests want both. */
export default async function waitForPortal(): Promise<void> {
  const deadline = Date.now() + 180_000;
  for (;;) {
    if (await hasEvidence()) return;
    if (Date.now() > deadline) {
      throw new Error("the example's evidence did not arrive within 180 s");
    }
    await new Promise(resolve => setTimeout(resolve, 1000));
  }
}

async function hasEvidence(): Promise<boolean> {
  try {
    const response = await fetch(
      `${backendUrl}/api/continuity/entities/component/default/payments-api/evidence`,
      { headers: { authorization: `Bearer ${pipelineToken()}` } },
    );
    if (!response.ok) return false;
    const { items } = (await response.json()) as { items: unknown[] };
    return items.length > 0;
  } catch {
    return false;
  }
}
