// Runs before the page is painted: what must not flash or jump is settled here. No module, so that it also runs from a folder.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('kb-theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (error) {
    // Storage may be forbidden; the system's theme serves.
  }
  if (location.protocol !== 'file:') {
    root.classList.add('kb-script');
    return;
  }
  // A folder has no server that would find a page's index.html, and from it no browser loads modules: the menu stays a link.
  document.addEventListener('DOMContentLoaded', function () {
    document.querySelectorAll('a[href]').forEach(function (link) {
      if (link.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
    });
  });
})();
