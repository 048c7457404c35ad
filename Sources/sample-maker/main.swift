import ArgumentParser

SampleMakerCommand.main()
