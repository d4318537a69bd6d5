// What the QR code of a receipt carries stands behind the # of the address, which no server and no log sees. It is put
// into the form and taken out of the address at once, so that the history of the telephone does not keep it.
const given = new URLSearchParams(location.hash.slice(1));
history.replaceState(null, '', location.pathname);
for (const name of ['number', 'code']) {
  const field = document.getElementById(name);
  if (field instanceof HTMLInputElement && given.has(name)) field.value = given.get(name);
}
