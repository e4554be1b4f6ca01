/**
 * An address as it may go with a message: the path and the names of the parameters, of which every value is taken
 * out, be it in the query, in the fragment or behind a semicolon. A link from a mail carries what lets its reader in,
 * and nobody can know by what name. A parameter without a name is a value. No longer than the server takes.
 */
export const addressToTell = (address: string): string =>
  address
    .replace(/;([^=;/?#&]*)=[^;/?#]*/g, ';$1=***')
    .replace(/([?&#][^=&#?]*)=[^&#]*/g, '$1=***')
    .replace(/([?&])[^=&#?]{20,}(?=[&#]|$)/g, '$1***')
    .slice(0, 2048);
