/** Mail servers and gateways like to repeat the address in their answers; it stands elsewhere, sealed. */
export function withoutAddresses(answer: string): string {
  return answer
    .replaceAll(/[^\s<>"(),;:]+@[^\s<>"(),;:]+/g, '…')
    .replaceAll(/(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g, '…');
}
