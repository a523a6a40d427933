import type { ApiFormat } from '@/lib/reporting-api/schema'

export const mediaTypes: Readonly<Record<ApiFormat, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  csv_fi: 'text/csv; charset=utf-8',
}

/**
 * The format that an Accept header asks for (RFC 9110: the most wanted one of those on offer, JSON before CSV); null when it
 * takes neither.
 */
export function acceptedFormat(accept: string | null): ApiFormat | null {
  if (accept === null || accept.trim() === '') return 'json'
  const wanted = accept.split(',').map(readRange)
  const weight = (type: string): number => {
    const [group] = type.split('/')
    const exact = [type, `${group}/*`, '*/*'].map((name) => wanted.find((one) => one.name === name))
    return exact.find((one) => one !== undefined)?.weight ?? 0
  }
  const [json, csv] = [weight('application/json'), weight('text/csv')]
  if (json === 0 && csv === 0) return null
  return csv > json ? 'csv' : 'json'
}

function readRange(part: string): { name: string; weight: number } {
  const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
  const q = parameters.map((text) => /^q=([\d.]+)$/.exec(text)?.[1]).find((text) => text !== undefined)
  return { name, weight: q === undefined ? 1 : Number(q) }
}
