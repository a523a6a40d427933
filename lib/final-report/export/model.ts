import { dateInHelsinki } from '@/lib/values/calendar'

/** `kkk2-loppuraportti-2025-11-21.pdf`: safe on every system, and sorts by day. */
export function fileName({ key }: { key: string }, at: Date, heading: string): string {
  const plain = heading
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return `${key}-${plain}-${dateInHelsinki(at)}.pdf`
}
