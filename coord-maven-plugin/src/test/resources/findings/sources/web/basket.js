var unused = 1;
function total(items) {
  if (items == null) return missing;
  for (;;) { }
  const x = 1;
  x = 2;
  return x
}
