// Counts up from a moment, and down for an exercise. Without script the pages say the same in words.
'use strict';
(function () {
  function two(number) { return number < 10 ? '0' + number : '' + number; }
  function said(seconds) {
    return seconds >= 3600
      ? Math.floor(seconds / 3600) + ':' + two(Math.floor(seconds / 60) % 60) + ':' + two(seconds % 60)
      : Math.floor(seconds / 60) + ':' + two(seconds % 60);
  }

  document.querySelectorAll('[data-since]').forEach(function (clock) {
    var since = Date.parse(clock.dataset.since);
    function show() {
      var seconds = Math.max(0, Math.round((Date.now() - since) / 1000));
      // a rest of more than a few hours is another day
      clock.textContent = seconds < 6 * 3600 ? said(seconds) : '–';
    }
    show();
    setInterval(show, 1000);
  });

  document.querySelectorAll('button[data-seconds]').forEach(function (button) {
    var label = button.textContent;
    var timer = 0;
    button.hidden = false;
    button.addEventListener('click', function () {
      clearInterval(timer);
      var end = Date.now() + 1000 * Number(button.dataset.seconds);
      function show() {
        var left = Math.ceil((end - Date.now()) / 1000);
        button.textContent = left > 0 ? said(left) : label;
        if (left <= 0) {
          clearInterval(timer);
          var box = button.closest('li').querySelector('input[type=checkbox]');
          if (box) { box.checked = true; }
          if (navigator.vibrate) { navigator.vibrate(200); }
        }
      }
      show();
      timer = setInterval(show, 250);
    });
  });
})();
