import { cache } from 'react'
import { resultsDoor } from '@/lib/access/strangers'
import { findPublicResults } from '@/lib/steering/results/queries'

/** The open results of an address, read once per request; null for everything else alike. */
export const resultsHere = cache((key: string) => findPublicResults(resultsDoor(), key))
