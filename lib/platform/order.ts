/**
 * Rows in the order their project keeps them in. Two may share a place, when two people add at once or a package says so;
 * PostgreSQL gives such rows now one first, now the other, so the one that was made earlier comes first.
 */
export const bySort: [{ sort: 'asc' }, { id: 'asc' }] = [{ sort: 'asc' }, { id: 'asc' }]
