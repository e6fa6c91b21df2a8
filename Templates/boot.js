// Runs before the first paint, so that nothing flashes or jumps. A classic script, so that it also runs on pages opened from a folder.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('kb-theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (error) {
    // Storage may be forbidden: the page follows the system's theme.
  }
  if (location.protocol !== 'file:') {
    root.classList.add('kb-script');
    return;
  }
  // In a folder, no server resolves a page's address to its index.html, and browsers load no modules: the menu stays a link.
  document.addEventListener('DOMContentLoaded', function () {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    var links = document.querySelectorAll('a[href]');
    links.forEach(function (link) {
      if (link.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
    });
  });
})();
