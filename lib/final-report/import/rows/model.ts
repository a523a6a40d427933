import type { WrittenReport } from '@/lib/final-report/import/written/model'

/** A read file: waiting to be taken in, or taken. */
export type ImportRow = { id: string; name: string; by: string | null; at: string; takenAt: string | null }

/** What came into the report. */
export type Taken = { sections: number; blocks: number }

/** What is kept of a read file. */
export type KeptContent = { written: WrittenReport; taken: Taken | null }

/** `sameAs`: the same file, to the byte, that was read before; one that was taken in goes before one that waits. */
export type OpenImport = ImportRow & KeptContent & { fileId: string; sha256: string; sameAs: ImportRow | null }
