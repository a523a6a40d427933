/** The body, or null when it is longer than allowed: the rest is then not read. */
export async function readWithin(request: Request, limit: number): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return null
  const text = await request.text()
  return text.length > limit ? null : text
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const statuses = {
  SIGNED_OUT: 401,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  LOCKED: 409,
  CLOSED: 409,
  INVALID: 400,
  TOO_LARGE: 413,
  TOO_MANY: 429,
  INFECTED: 422,
  NOT_SCANNED: 503,
} as const
export type Refusal = keyof typeof statuses

/** Why something that a page's script asked for was not done. */
export function refuse(reason: Refusal): Response {
  const later = reason === 'TOO_MANY' ? { headers: { 'retry-after': '600' } } : {}
  return Response.json({ refused: reason }, { status: statuses[reason], ...later })
}
