# The command line.
help =
    Sổ Làng Nghề { $version } – the craft-village ledger and its memoranda, without any network.

    Usage: so-lang-nghe COMMAND [OPTIONS]

      (no command)  make the sample book and print its memoranda as PDF
      demo     --data FILE [--scale N]
               make the sample book in a new file; --scale adds N invented artisans
      mou      --data FILE (--number NO | --all) [--language vi|en|vi-en] --out DIR
               print memoranda as PDF; without a language each in its own
      search   --data FILE QUERY [--limit N]
               find villages, artisans, organisations…; one hit a line: kind, name, place
      check    --data FILE
               check the register; exit code 1 if there are faults
      backup   --data FILE [--to DIR]
               make a copy; by default in the folder sao-luu beside the file
      restore  --data FILE --from COPY
               put a copy back; the present state is kept first

      --ui-language vi|en   language of the program
      --help, --version     this help, the version
usage-missing-value = A value is missing after { $option }.
usage-unknown-option = There is no option { $option }.
usage-not-a-number = “{ $value }” is not a number.
usage-other = The command line cannot be read: { $details }.
usage-ui-language = The program speaks vi and en, not “{ $value }”.
usage-language = A memorandum is printed in vi, en or vi-en, not “{ $value }”.
usage-number-or-all = The command mou needs --number NO or --all, one of the two.
usage-no-query = The command search needs something to look for.
usage-unknown-command = There is no command “{ $command }”.
usage-option-not-here = { $command ->
    [demo] The command demo does not take { $option }.
   *[other] { $option } cannot be used here.
}
usage-surplus = There is a word too many: “{ $word }”.
usage-range = { $option } is between 1 and { $highest }.
usage-needed = { $option } is missing.
cli-demo-progress = { $done }/{ $all } artisans added…
cli-demo-made = The sample book “{ $path }” was made:
cli-count = { "  " }{ $count } × { $kind }
cli-mou-progress = { $done }/{ $all } memoranda printed…
cli-mou-draft = “{ $path }” is still a draft:
cli-mou-failed = “{ $path }” cannot be printed:
cli-mou-made = { $count ->
    [one] One memorandum was printed into the folder “{ $path }”.
   *[other] { $count } memoranda were printed into the folder “{ $path }”.
}
cli-mou-number = Memorandum { $number }
cli-more = See the other commands with --help.
cli-search-nothing = Nothing found for “{ $query }”.
cli-check-sound = The register “{ $path }” is sound.
cli-backup-made = Copied to “{ $path }”.
cli-restored = The register “{ $path }” was restored.
cli-restore-kept = The state before is kept in “{ $path }”.
usage-renderer = There is no renderer “{ $value }”; there are glow, wgpu and auto.
