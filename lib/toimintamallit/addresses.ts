import { toimintamallitAddress } from '@/lib/projects/addresses'

export const modelAddress = (projectKey: string, id: string): string => `${toimintamallitAddress(projectKey)}/${id}`
export const editModelAddress = (projectKey: string, id: string): string => `${modelAddress(projectKey, id)}/edit`
export const newModelAddress = (projectKey: string): string => `${toimintamallitAddress(projectKey)}/new`
export const innokylaAddress = (projectKey: string, id: string): string => `${modelAddress(projectKey, id)}/innokyla`
