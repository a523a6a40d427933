/** What an item has with it: a frozen page of a publication, a file, or an address elsewhere. */
export type AttachmentRow = {
  id: string
  label: string
  target:
    | { kind: 'page'; page: string; periodKey: string; version: number; publishedAt: string }
    | { kind: 'file'; name: string; size: number }
    | { kind: 'link'; url: string }
}

/** A frozen page an attachment may point at, as it is offered for choosing. */
export type PageChoice = { page: string; label: string }

/** Code of the publication in the short address of a figure's card (`/r/4f0c…-m0933fc9c41a2`), and what it names; else null. */
export function figureOf(page: string): { code: string; name: string } | null {
  const found = /^\/r\/([0-9a-f]{10})-[a-z]([A-Za-z0-9._-]{1,80})$/.exec(page)
  return found?.[1] && found[2] ? { code: found[1], name: found[2] } : null
}

/** Period, unit and version in the address of a review or of a unit's page in it (`/projects/x/steering/2025-Q3/…`); else null. */
export function reviewOf(
  page: string,
): { project: string; period: string; unit: string | null; version: number } | null {
  const found = /^\/projects\/([^/?#]+)\/steering\/([^/?#]+)(?:\/([0-9a-f-]{36}))?\?version=(\d{1,4})$/.exec(page)
  if (!found?.[1] || !found[2] || !found[4]) return null
  return { project: decodeURIComponent(found[1]), period: found[2], unit: found[3] ?? null, version: Number(found[4]) }
}
