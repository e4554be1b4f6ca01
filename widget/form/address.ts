/** Parameters that sign somebody in or reset his password: links from mails and redirects carry them. */
const secret =
  /([?&#](?:[\w.-]*(?:token|secret|passw(?:or)?d|signature|credential|session(?:[-_]?id)?|jwt|otp|api[-_]?key)|code|key|sid|sig|auth|ticket|pwd)=)[^&#]*/gi;

/** An address as it may go with a message: without the values that let others in, as long as the server takes. */
export const addressToTell = (address: string): string => address.replace(secret, '$1***').slice(0, 2048);
